package id.rapor.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of tables in the warehouse, which is also what can be exported. */
public final class Tables {
  public static final List<Table> ALL =
      Stream.concat(
              Feeds.ALL.stream().map(Feed::table),
              Stream.of(
                  Files.TABLE,
                  Quarantine.TABLE,
                  DeliveredLines.TABLE,
                  Profiles.TABLE,
                  ExpectedDeliveries.TABLE,
                  Drifts.TABLE,
                  JudgedCases.TABLE,
                  JudgedComplaints.TABLE,
                  Metrics.TABLE,
                  Detectors.TABLE,
                  Measurements.TABLE,
                  NationalRates.TABLE,
                  Correlations.TABLE,
                  ControlCharts.TABLE,
                  Findings.TABLE,
                  Leads.TABLE,
                  UnexplainedFees.TABLE,
                  PerspectiveScores.TABLE,
                  Scorecards.TABLE,
                  ReportCards.TABLE,
                  League.TABLE,
                  Revisions.TABLE,
                  Sensitivities.TABLE,
                  Levers.TABLE,
                  Funnels.TABLE,
                  WorkingDays.TABLE,
                  Erasures.TABLE,
                  Runs.TABLE))
          .toList();

  /** The reference tables, read from CSV at every run. */
  public static final List<Table> REFERENCE =
      List.of(
          Agencies.TABLE,
          Regions.TABLE,
          Services.TABLE,
          Standards.TABLE,
          Holidays.TABLE,
          OfficeHours.TABLE,
          Deliveries.TABLE,
          Waivers.TABLE,
          NationalRates.TABLE);

  private Tables() {}

  /** The table of that name. */
  public static Optional<Table> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
