-- Every metric a second time, for all services of the first half of 2026: agency_id, n, value.
-- Views: the tables of the warehouse without retracted rows, standards, and {asof}.

-- satisfaction_index
WITH answers AS (
  SELECT s.agency_id, s.response_id, e.element, e.answer
  FROM surveys s LATERAL VIEW stack(9, 'requirements', requirements, 'procedure', procedure, 'time', time, 'cost', cost,
    'product', product, 'competence', competence, 'behaviour', behaviour, 'facilities', facilities, 'complaints', complaints) e AS element, answer
  WHERE s.month BETWEEN '2026-01' AND '2026-06' AND e.answer IS NOT NULL),
means AS (SELECT agency_id, element, avg(answer) AS mean FROM answers GROUP BY agency_id, element),
people AS (SELECT agency_id, count(DISTINCT response_id) AS n FROM answers GROUP BY agency_id)
SELECT agency_id, any_value(n) AS n, 25 * avg(mean) AS value FROM means JOIN people USING (agency_id) GROUP BY agency_id

-- weakest_element
WITH answers AS (
  SELECT s.agency_id, s.response_id, e.element, e.answer
  FROM surveys s LATERAL VIEW stack(9, 'requirements', requirements, 'procedure', procedure, 'time', time, 'cost', cost,
    'product', product, 'competence', competence, 'behaviour', behaviour, 'facilities', facilities, 'complaints', complaints) e AS element, answer
  WHERE s.month BETWEEN '2026-01' AND '2026-06' AND e.answer IS NOT NULL),
means AS (SELECT agency_id, element, avg(answer) AS mean, count(*) AS n FROM answers GROUP BY agency_id, element HAVING count(*) >= 30)
SELECT agency_id, min_by(n, struct(mean, element)) AS n, 25 * min(mean) AS value FROM means GROUP BY agency_id

-- survey_coverage
WITH asked AS (
  SELECT agency_id, month FROM surveys
  WHERE coalesce(requirements, procedure, time, cost, product, competence, behaviour, facilities, complaints) IS NOT NULL),
since AS (SELECT agency_id, min(month) AS first FROM asked GROUP BY agency_id),
people AS (SELECT agency_id, count(*) AS answers FROM asked WHERE month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id),
work AS (
  SELECT agency_id, count(*) AS n FROM judged_cases JOIN since USING (agency_id)
  WHERE decided AND closed_month BETWEEN greatest(first, '2026-01') AND '2026-06' GROUP BY agency_id)
SELECT agency_id, n, least(100D, 100D * answers / (3.841D * n * 0.25D / (0.0025D * (n - 1) + 3.841D * 0.25D))) AS value
FROM work JOIN people USING (agency_id)

-- on_time_rate
SELECT agency_id, count(*) AS n, 100D * count_if(on_time) / count(*) AS value FROM judged_cases
WHERE cohort_month BETWEEN '2026-01' AND '2026-06' AND on_time IS NOT NULL GROUP BY agency_id

-- completion_rate
SELECT agency_id, count(*) AS n, 100D * count_if(completed_in_time) / count(*) AS value FROM judged_cases
WHERE completion_month BETWEEN '2026-01' AND '2026-06' AND completed_in_time IS NOT NULL GROUP BY agency_id

-- standard_published
WITH services AS (
  SELECT agency_id, service_id, bool_and(limit_minutes IS NOT NULL AND expected_fee IS NOT NULL) AS published
  FROM judged_cases WHERE submitted_month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id, service_id)
SELECT agency_id, count(*) AS n, 100D * count_if(published) / count(*) AS value FROM services GROUP BY agency_id

-- digital_take_up
SELECT agency_id, count(channel) AS n, 100D * count_if(channel = 'online' OR channel = 'mobile') / count(channel) AS value
FROM judged_cases WHERE submitted_month BETWEEN '2026-01' AND '2026-06' AND channel IS NOT NULL GROUP BY agency_id

-- visits_per_case
SELECT agency_id, count(visits) AS n, avg(visits) AS value FROM judged_cases
WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' AND visits IS NOT NULL GROUP BY agency_id

-- documents_beyond_requirement
WITH asked AS (
  SELECT c.agency_id, c.case_id, count_if(NOT array_contains(c.published_documents, d.document)) AS beyond
  FROM documents d JOIN judged_cases c ON c.agency_id = d.agency_id AND c.case_id = d.case_id
  WHERE c.submitted_month BETWEEN '2026-01' AND '2026-06' AND c.published_documents IS NOT NULL GROUP BY c.agency_id, c.case_id)
SELECT agency_id, count(*) AS n, avg(beyond) AS value FROM asked GROUP BY agency_id

-- group_gap
WITH cells AS (
  SELECT agency_id, service_id, coalesce(office_id, '') AS office, applicant_group AS g, count(*) AS n, count_if(on_time) AS hits
  FROM judged_cases WHERE cohort_month BETWEEN '2026-01' AND '2026-06' AND on_time IS NOT NULL AND applicant_group IS NOT NULL
  GROUP BY ALL),
pairs AS (
  SELECT a.agency_id, a.g, b.g AS h, least(sum(a.n), sum(b.n)) AS n, count(*) AS strata,
    100D * abs(sum((a.hits / a.n - b.hits / b.n) * (a.n * b.n / (a.n + b.n))) / sum(a.n * b.n / (a.n + b.n))) AS gap
  FROM cells a JOIN cells b ON a.agency_id = b.agency_id AND a.service_id = b.service_id AND a.office = b.office AND a.g < b.g
  GROUP BY a.agency_id, a.g, b.g)
SELECT agency_id, max_by(n, gap) AS n, max(gap) AS value FROM pairs WHERE strata >= 5 AND n >= 30 GROUP BY agency_id

-- complaint_rate
WITH since AS (SELECT agency_id, min(date_format(from_utc_timestamp(received_at, zone), 'yyyy-MM')) AS first FROM judged_complaints GROUP BY agency_id),
heard AS (
  SELECT agency_id, count(*) AS heard FROM judged_complaints
  WHERE date_format(from_utc_timestamp(received_at, zone), 'yyyy-MM') BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id),
work AS (
  SELECT agency_id, count(*) AS n FROM judged_cases JOIN since USING (agency_id)
  WHERE submitted_month BETWEEN greatest(first, '2026-01') AND '2026-06' GROUP BY agency_id)
SELECT agency_id, n, 1000D * coalesce(heard, 0) / n AS value FROM work LEFT JOIN heard USING (agency_id)

-- levy_complaints
WITH since AS (SELECT agency_id, min(date_format(from_utc_timestamp(received_at, zone), 'yyyy-MM')) AS first FROM judged_complaints GROUP BY agency_id),
heard AS (
  SELECT agency_id, count_if(category = 'bribery') AS heard FROM judged_complaints
  WHERE date_format(from_utc_timestamp(received_at, zone), 'yyyy-MM') BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id),
work AS (
  SELECT agency_id, count(*) AS n FROM judged_cases JOIN since USING (agency_id)
  WHERE submitted_month BETWEEN greatest(first, '2026-01') AND '2026-06' GROUP BY agency_id)
SELECT agency_id, n, 10000D * coalesce(heard, 0) / n AS value FROM work LEFT JOIN heard USING (agency_id)

-- first_response
WITH clocks AS (
  SELECT agency_id, date_add(to_date(from_utc_timestamp(received_at, zone)), 3) AS last,
    to_date(from_utc_timestamp(coalesce(first_response_at, resolved_at), zone)) AS answered, zone FROM judged_complaints)
SELECT agency_id, count(*) AS n, 100D * count_if(answered <= last) / count(*) AS value FROM clocks
WHERE last BETWEEN '2026-01-01' AND '2026-06-30' AND to_utc_timestamp(date_add(last, 1), zone) <= {asof} GROUP BY agency_id

-- complaints_on_time
WITH clocks AS (
  SELECT agency_id, date_add(to_date(from_utc_timestamp(received_at, zone)),
      CASE class WHEN 'information' THEN 5 WHEN 'no_examination' THEN 14 WHEN 'examination' THEN 60 END) AS last,
    to_date(from_utc_timestamp(resolved_at, zone)) AS closed, status, to_date(from_utc_timestamp(reopened_at, zone)) AS reopened, zone
  FROM judged_complaints)
SELECT agency_id, count(*) AS n, 100D * count_if(closed <= last AND (status <> 'open' OR reopened > last)) / count(*) AS value FROM clocks
WHERE last BETWEEN '2026-01-01' AND '2026-06-30' AND to_utc_timestamp(date_add(last, 1), zone) <= {asof} GROUP BY agency_id

-- closed_and_accepted
WITH closed AS (
  SELECT agency_id, date_add(to_date(from_utc_timestamp(resolved_at, zone)), 30) AS last,
    to_date(from_utc_timestamp(reopened_at, zone)) AS reopened, accepted, zone
  FROM judged_complaints WHERE (status <> 'open' OR reopened_at IS NOT NULL) AND resolved_at IS NOT NULL)
SELECT agency_id, count(*) AS n,
  100D * count_if((reopened IS NULL OR reopened > last) AND (accepted IS NULL OR accepted)) / count(*) AS value
FROM closed WHERE last BETWEEN '2026-01-01' AND '2026-06-30' AND to_utc_timestamp(date_add(last, 1), zone) <= {asof} GROUP BY agency_id

-- overdue_stock
SELECT agency_id, count(*) AS n, 100D * count_if(due_at <= {asof} AND cohort_month <= '2026-06') / count(*) AS value FROM judged_cases
WHERE submitted_month <= '2026-06' AND ((closed_at IS NULL AND status = 'pending') OR closed_month > '2026-06') AND due_at IS NOT NULL
GROUP BY agency_id

-- ageing_stock
WITH slow AS (
  SELECT service_id, percentile(unix_seconds(closed_at) - unix_seconds(clock_start_at), 0.95) AS p95 FROM judged_cases
  WHERE decided AND closed_month = '2026-06' GROUP BY service_id HAVING count(*) >= 20)
SELECT agency_id, count(*) AS n,
  100D * count_if(unix_seconds(least({asof}, to_utc_timestamp('2026-07-01', zone))) - unix_seconds(clock_start_at) > 2 * p95) / count(*) AS value
FROM judged_cases JOIN slow USING (service_id)
WHERE submitted_month <= '2026-06' AND ((closed_at IS NULL AND status = 'pending') OR closed_month > '2026-06') GROUP BY agency_id

-- steps_ratio
WITH taken AS (SELECT agency_id, case_id, count(*) AS steps FROM steps GROUP BY agency_id, case_id)
SELECT c.agency_id, count(*) AS n, sum(t.steps) / sum(c.procedure_steps) AS value
FROM taken t JOIN judged_cases c ON c.agency_id = t.agency_id AND c.case_id = t.case_id
WHERE c.decided AND c.closed_month BETWEEN '2026-01' AND '2026-06' AND c.procedure_steps > 0 GROUP BY c.agency_id

-- rework_rate
WITH taken AS (
  SELECT agency_id, case_id, count(*) > count(DISTINCT activity) AS again FROM steps GROUP BY agency_id, case_id)
SELECT c.agency_id, count(*) AS n, 100D * count_if(t.again) / count(*) AS value
FROM taken t JOIN judged_cases c ON c.agency_id = t.agency_id AND c.case_id = t.case_id
WHERE c.decided AND c.closed_month BETWEEN '2026-01' AND '2026-06' GROUP BY c.agency_id

-- first_time_right
SELECT agency_id, count(*) AS n, 100D * count_if(returns = 0) / count(*) AS value FROM judged_cases
WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' AND returns IS NOT NULL GROUP BY agency_id

-- paused_share
SELECT agency_id, count(*) AS n, 100D * sum(paused_minutes) / sum(working_minutes + paused_minutes) AS value FROM judged_cases
WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' AND paused_minutes IS NOT NULL GROUP BY agency_id

-- clearance_rate
WITH done AS (SELECT agency_id, count(*) AS closed FROM judged_cases WHERE closed_month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id)
SELECT agency_id, count(*) AS n, 100D * coalesce(any_value(closed), 0) / count(*) AS value
FROM judged_cases LEFT JOIN done USING (agency_id) WHERE submitted_month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id

-- queue_fairness
WITH places AS (
  SELECT agency_id, coalesce(office_id, '') AS office, service_id, service_class, submitted_month AS month, count(started_at) AS starts
  FROM judged_cases WHERE submitted_month BETWEEN '2026-01' AND '2026-06'
    AND NOT (coalesce(prioritised, false) AND coalesce(trim(priority_ground), '') <> '')
  GROUP BY 1, 2, 3, 4, 5),
queue AS (
  SELECT c.agency_id, c.case_id, p.office, c.service_id, c.service_class, p.month,
    CASE WHEN started_at IS NULL AND (decided OR starts = 0) THEN submitted_at ELSE clock_start_at END AS arrived,
    CASE WHEN started_at IS NOT NULL THEN started_at WHEN decided OR starts = 0 THEN clock_start_at END AS served
  FROM judged_cases c JOIN places p ON c.agency_id = p.agency_id AND coalesce(c.office_id, '') = p.office AND c.service_id = p.service_id
    AND c.service_class = p.service_class AND c.submitted_month = p.month
  WHERE NOT (coalesce(prioritised, false) AND coalesce(trim(priority_ground), '') <> '')
    AND NOT (withdrawn AND started_at IS NULL AND starts > 0))
SELECT a.agency_id, count(DISTINCT a.case_id) AS n,
  100D * (1 - count_if(coalesce(b.served < a.served, a.served IS NULL)) / count(*)) AS value
FROM queue a JOIN queue b ON a.agency_id = b.agency_id AND a.office = b.office AND a.service_id = b.service_id
  AND a.service_class = b.service_class AND a.month = b.month AND b.arrived > a.arrived
  AND (b.arrived < a.served OR (a.served IS NULL AND b.served IS NOT NULL))
GROUP BY a.agency_id

-- off_queue_share
SELECT agency_id, count(*) AS n, 100D * count_if(prioritised AND coalesce(trim(priority_ground), '') = '') / count(*) AS value
FROM judged_cases WHERE submitted_month BETWEEN '2026-01' AND '2026-06' AND prioritised IS NOT NULL GROUP BY agency_id

-- fee_compliance
SELECT agency_id, count(*) AS n, 100D * count_if(fee_right) / count(*) AS value FROM judged_cases
WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' AND fee_right IS NOT NULL GROUP BY agency_id

-- excess_fee
SELECT agency_id, count(*) AS n, 1000D * sum(if(NOT fee_right AND excess_fee > 0, excess_fee, 0)) / count(*) AS value FROM judged_cases
WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' AND fee_right IS NOT NULL GROUP BY agency_id

-- receipt_coverage
SELECT agency_id, count(*) AS n, 100D * count_if(coalesce(trim(receipt_no), '') <> '') / count(*) AS value FROM payments
WHERE month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id

-- revenue_reconciliation
WITH work AS (
  SELECT agency_id, closed_month AS period, sum(expected_fee) AS expected FROM judged_cases
  WHERE decided AND expected_fee IS NOT NULL AND closed_month BETWEEN '2025-07' AND '2026-06' GROUP BY agency_id, closed_month)
SELECT agency_id, count(*) AS n, 100D * sum(non_tax_revenue - expected) / nullif(sum(expected), 0) AS value
FROM budgets JOIN work USING (agency_id, period) WHERE non_tax_revenue IS NOT NULL GROUP BY agency_id

-- cost_per_case
WITH work AS (
  SELECT agency_id, closed_month AS period, count(*) AS decided FROM judged_cases
  WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id, closed_month)
SELECT agency_id, sum(decided) AS n, sum(realised) / sum(decided) AS value FROM budgets JOIN work USING (agency_id, period)
WHERE realised IS NOT NULL GROUP BY agency_id

-- budget_realisation
SELECT agency_id, count(*) AS n, 100D * sum(realised) / sum(allocated) AS value FROM budgets
WHERE period BETWEEN '2026-01' AND '2026-06' AND allocated > 0 AND realised IS NOT NULL GROUP BY agency_id

-- training_hours
SELECT agency_id, max(headcount) AS n, 12D * sum(training_hours) / sum(headcount) AS value FROM staffing
WHERE period BETWEEN '2026-01' AND '2026-06' AND headcount > 0 AND training_hours IS NOT NULL GROUP BY agency_id

-- trained_share
WITH known AS (
  SELECT agency_id, period, headcount,
    coalesce(trained_all, if(trained_technical IS NULL OR trained_communication IS NULL OR trained_ethics IS NULL, null,
      least(trained_technical, trained_communication, trained_ethics))) AS trained
  FROM staffing WHERE period BETWEEN '2026-01' AND '2026-06' AND headcount > 0)
SELECT agency_id, max_by(headcount, period) AS n, 100D * max_by(trained, period) / max_by(headcount, period) AS value
FROM known WHERE trained IS NOT NULL GROUP BY agency_id

-- caseload
WITH work AS (
  SELECT agency_id, closed_month AS period, count(*) AS decided FROM judged_cases
  WHERE decided AND closed_month BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id, closed_month)
SELECT agency_id, max(headcount) AS n, sum(decided) / sum(headcount) AS value FROM staffing JOIN work USING (agency_id, period)
WHERE headcount > 0 GROUP BY agency_id

-- supervision
SELECT agency_id, max_by(headcount, period) AS n, 100D * max_by(supervised, period) / max_by(headcount, period) AS value
FROM staffing WHERE period BETWEEN '2026-01' AND '2026-06' AND headcount > 0 AND supervised IS NOT NULL GROUP BY agency_id

-- follow_up_closed
SELECT agency_id, sum(actions_due) AS n, 100D * sum(actions_closed) / sum(actions_due) AS value FROM staffing
WHERE period BETWEEN '2026-01' AND '2026-06' AND actions_due > 0 AND actions_closed IS NOT NULL GROUP BY agency_id

-- leadership_filled
SELECT agency_id, max_by(leadership_posts, period) AS n,
  100D * max_by(leadership_posts_filled, period) / max_by(leadership_posts, period) AS value
FROM staffing WHERE period BETWEEN '2026-01' AND '2026-06' AND leadership_posts > 0 AND leadership_posts_filled IS NOT NULL
GROUP BY agency_id

-- median_duration
WITH times AS (
  SELECT agency_id, array_sort(collect_list(working_minutes)) AS t, count(*) AS n, bool_and(working_minutes IS NOT NULL) AS complete
  FROM judged_cases WHERE cohort_month BETWEEN '2026-01' AND '2026-06' AND NOT withdrawn AND coalesce(due_at <= {asof}, true)
  GROUP BY agency_id)
SELECT agency_id, n, (get(t, cast((n - 1) div 2 AS int)) + get(t, cast(n div 2 AS int))) / 2D / 480D AS value FROM times WHERE complete

-- p90_duration
WITH times AS (
  SELECT agency_id, array_sort(collect_list(working_minutes)) AS t, count(*) AS n, bool_and(working_minutes IS NOT NULL) AS complete
  FROM judged_cases WHERE cohort_month BETWEEN '2026-01' AND '2026-06' AND NOT withdrawn AND coalesce(due_at <= {asof}, true)
  GROUP BY agency_id)
SELECT agency_id, n, if(n * 9 % 10 = 0, (get(t, cast(n * 9 div 10 - 1 AS int)) + get(t, cast(n * 9 div 10 AS int))) / 2D, get(t, cast(n * 9 div 10 AS int))) / 480D AS value
FROM times WHERE complete

-- time_certainty
WITH times AS (
  SELECT agency_id, service_id, array_sort(collect_list(working_minutes)) AS t, count(*) AS n, bool_and(working_minutes IS NOT NULL) AS complete
  FROM judged_cases WHERE cohort_month BETWEEN '2026-01' AND '2026-06' AND NOT withdrawn AND coalesce(due_at <= {asof}, true)
  GROUP BY agency_id, service_id),
ratios AS (
  SELECT agency_id, n, complete, (get(t, cast((n - 1) div 2 AS int)) + get(t, cast(n div 2 AS int))) / 2D AS median,
    if(n * 9 % 10 = 0, (get(t, cast(n * 9 div 10 - 1 AS int)) + get(t, cast(n * 9 div 10 AS int))) / 2D, get(t, cast(n * 9 div 10 AS int))) AS p90
  FROM times)
SELECT agency_id, sum(n) AS n, sum(if(median > 0, n * p90 / nullif(median, 0), 0)) / sum(if(median > 0, n, 0)) AS value
FROM ratios GROUP BY agency_id HAVING bool_and(complete)

-- data_quality
WITH main AS (
  SELECT delivery, max_by(month, struct(lines, month)) AS main_month
  FROM (SELECT delivery, month, sum(lines) AS lines FROM delivered_lines WHERE month IS NOT NULL GROUP BY delivery, month)
  GROUP BY delivery),
counted AS (
  SELECT agency_id, sum(lines) AS n, sum(lines - refused - warned) AS valid
  FROM delivered_lines LEFT JOIN main USING (delivery)
  WHERE coalesce(month, main_month) BETWEEN '2026-01' AND '2026-06' AND agency_id IN (SELECT agency_id FROM staffing)
  GROUP BY agency_id),
owed AS (
  SELECT agency_id, count(*) AS due, sum(CASE status WHEN 'on_time' THEN 1D WHEN 'late' THEN 0.75D ELSE 0D END) AS credit
  FROM expected_deliveries WHERE status <> 'not_due' AND period BETWEEN '2026-01' AND '2026-06' GROUP BY agency_id)
SELECT agency_id, n, 100D * valid / n * coalesce(credit / due, 1D) AS value
FROM counted LEFT JOIN owed USING (agency_id)
