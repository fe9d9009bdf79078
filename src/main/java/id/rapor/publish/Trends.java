package id.rapor.publish;

import id.rapor.stats.Assurance;
import id.rapor.table.ControlCharts;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.text.Dates;
import id.rapor.text.Lists;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Row;

/** Draws the months of an agency's score and of a few of its metrics, in one language. */
final class Trends {
  /** Fewer months are no curve. */
  static final int LEAST = 3;

  /** So many metrics are drawn at most. */
  private static final int MOST = 3;

  /** So many months are named at most. */
  private static final int NAMED = 6;

  /** Limits of fewer months are too unsure to foretell by. */
  private static final int ASSURING = 13;

  private static final String QUIET = "none";
  private static final double STANDARD = 60;

  private final Facts facts;
  private final Labels labels;
  private final FigureText text;
  private final Map<String, Row> catalogue = new HashMap<>();

  Trends(Facts facts) {
    this.facts = facts;
    this.labels = facts.labels();
    this.text = FigureText.of(facts);
    facts.metrics().forEach(row -> catalogue.put(code(row, Metrics.CODE), row));
  }

  /** The curves of one agency: its score, then its metrics; none for want of months. */
  List<Trend> of(String agency) {
    List<Trend> trends = new ArrayList<>();
    Around around = facts.collected().around();
    score(inOrder(around.scores().getOrDefault(agency, List.of()))).ifPresent(trends::add);
    Map<String, List<Row>> charts = new HashMap<>();
    for (Row row : inOrder(around.charts().getOrDefault(agency, List.of()))) {
      charts.computeIfAbsent(code(row, Measurements.METRIC), metric -> new ArrayList<>()).add(row);
    }
    Backdrop.CHARTED.stream()
        .filter(catalogue::containsKey)
        .filter(metric -> charts.getOrDefault(metric, List.of()).size() >= LEAST)
        .limit(MOST)
        .map(metric -> metric(agency, catalogue.get(metric), charts.get(metric)))
        .forEach(trends::add);
    return trends;
  }

  private Optional<Trend> score(List<Row> months) {
    if (months.size() < LEAST) {
      return Optional.empty();
    }
    Canvas canvas = new Canvas(Canvas.SMALL, 0, span(months), 0, 100);
    StringBuilder band = new StringBuilder();
    for (Row row : months) {
      if (Cells.real(row, PerspectiveScores.LOW).isPresent()) {
        double low = real(row, PerspectiveScores.LOW);
        double high = Cells.real(row, PerspectiveScores.HIGH).orElse(low);
        band.append(canvas.upright(place(row, months), low, high));
      }
    }
    String told =
        told(months, PerspectiveScores.SCORE, text::number) + labels.text("trend_intervals");
    Drawn drawn =
        new Drawn(
            months, PerspectiveScores.SCORE, PerspectiveScores.LOW, PerspectiveScores.HIGH, canvas);
    return Optional.of(
        drawn.trend(labels.text("col_score"), "", band.toString(), canvas.level(STANDARD), told));
  }

  private Trend metric(String agency, Row entry, List<Row> months) {
    double low = ends(months, ControlCharts.LOWER_LIMIT).min().orElse(0);
    double high = ends(months, ControlCharts.UPPER_LIMIT).max().orElse(0);
    String unit = Cells.text(entry, Metrics.UNIT).orElse("");
    Canvas canvas =
        new Canvas(
            Canvas.SMALL,
            0,
            span(months),
            unit.equals("currency") ? low : Math.max(0, low),
            unit.equals("percent") ? Math.min(100, high) : high);
    String band =
        canvas.line(points(months, months, ControlCharts.LOWER_LIMIT))
            + canvas.line(points(months, months, ControlCharts.UPPER_LIMIT));
    String told =
        told(months, Measurements.VALUE, value -> text.withUnit(value, entry))
            + " "
            + signalled(signals(months))
            + assured(agency, entry, months);
    Drawn drawn =
        new Drawn(
            months,
            Measurements.VALUE,
            ControlCharts.LOWER_LIMIT,
            ControlCharts.UPPER_LIMIT,
            canvas);
    return drawn.trend(
        text.name(entry),
        Addresses.metric(code(entry, Metrics.CODE)),
        band,
        canvas.level(
            months.stream()
                .mapToDouble(row -> real(row, ControlCharts.CENTRE))
                .average()
                .orElse(0)),
        told);
  }

  /** The values and limits that the drawing must hold. */
  private static DoubleStream ends(List<Row> months, Field limit) {
    return months.stream()
        .flatMapToDouble(row -> DoubleStream.of(real(row, limit), real(row, Measurements.VALUE)));
  }

  /** Months with the place of their value, and between what it lies. */
  private final class Drawn {
    private final List<Row> months;
    private final Field value;
    private final Field low;
    private final Field high;
    private final Canvas canvas;

    Drawn(List<Row> months, Field value, Field low, Field high, Canvas canvas) {
      this.months = months;
      this.value = value;
      this.low = low;
      this.high = high;
      this.canvas = canvas;
    }

    Trend trend(String name, String file, String band, String level, String told) {
      return new Trend(
          name,
          file,
          canvas.line(places(months)),
          canvas.dots(places(signals(months))),
          band,
          level,
          text.number(canvas.high()),
          text.number(canvas.low()),
          Dates.month(Trends.month(months.get(0)), labels.language()),
          Dates.month(Trends.month(months.get(months.size() - 1)), labels.language()),
          told,
          months.stream().map(this::month).toList());
    }

    private Trend.Month month(Row row) {
      String limits = text.number(row, low) + Standings.DASH + text.number(row, high);
      String told = text.number(row, value) + " (" + limits + ")";
      return new Trend.Month(
          Trends.month(row),
          signal(row).equals(QUIET) ? told : told + ", " + labels.word("signal", signal(row)));
    }

    private List<Canvas.Point> places(List<Row> rows) {
      return points(rows, months, value);
    }
  }

  private String told(List<Row> months, Field value, DoubleFunction<String> written) {
    Row first = months.get(0);
    Row last = months.get(months.size() - 1);
    return labels.text(
        "trend_told",
        text.number(real(first, value)),
        Dates.month(month(first), labels.language()),
        written.apply(real(last, value)),
        Dates.month(month(last), labels.language()));
  }

  /**
   * Whether the agency, as it works now, meets the standard always, never or by chance; nothing of
   * a metric whose standard is another for each mix of services, or of a changing process.
   */
  private String assured(String agency, Row entry, List<Row> months) {
    Row last = months.get(months.size() - 1);
    String direction = Cells.text(entry, Metrics.DIRECTION).orElse("");
    Optional<Double> standard =
        Cells.real(entry, Metrics.STANDARD).filter(any -> isFixed(agency, entry));
    if (standard.isEmpty() || months.size() < ASSURING || !signal(last).equals(QUIET)) {
      return "";
    }
    Assurance found =
        Assurance.of(
            standard.get(),
            real(last, ControlCharts.LOWER_LIMIT),
            real(last, ControlCharts.UPPER_LIMIT),
            direction.equals("higher"));
    return " "
        + labels.text(
            "assurance_" + found.name().toLowerCase(Locale.ROOT),
            text.withUnit(standard.get(), entry));
  }

  private boolean isFixed(String agency, Row entry) {
    return facts.collected().measured().getOrDefault(agency, List.of()).stream()
        .filter(row -> code(row, Measurements.METRIC).equals(code(entry, Metrics.CODE)))
        .allMatch(row -> Cells.real(row, Measurements.ANCHOR_SCALE).orElse(1.0) == 1.0);
  }

  private static String code(Row row, Field field) {
    return Cells.text(row, field).orElseThrow();
  }

  private String signalled(List<Row> signals) {
    if (signals.isEmpty()) {
      return labels.text("trend_quiet");
    }
    List<String> named =
        signals.stream()
            .skip(Math.max(0, signals.size() - NAMED))
            .map(
                row ->
                    Dates.month(month(row), labels.language())
                        + " ("
                        + labels.word("signal", signal(row))
                        + ")")
            .toList();
    if (signals.size() == 1) {
      return labels.text("trend_signal", named.get(0));
    }
    return labels.text(
        "trend_signals", text.whole(signals.size()), Lists.and(named, labels.language()));
  }

  private static List<Row> signals(List<Row> months) {
    return months.stream().filter(row -> !signal(row).equals(QUIET)).toList();
  }

  private static String signal(Row row) {
    boolean isCharted = row.schema().getFieldIndex(ControlCharts.SIGNAL.name()).isDefined();
    return isCharted ? Cells.text(row, ControlCharts.SIGNAL).orElse(QUIET) : QUIET;
  }

  private static List<Row> inOrder(List<Row> months) {
    return months.stream().sorted(Comparator.comparing(Trends::month)).toList();
  }

  private static List<Canvas.Point> points(List<Row> rows, List<Row> months, Field value) {
    return rows.stream()
        .map(row -> new Canvas.Point(place(row, months), real(row, value)))
        .toList();
  }

  private static double span(List<Row> months) {
    return place(months.get(months.size() - 1), months);
  }

  /** How many months after the first; a gap in the data is a gap in the drawing. */
  private static double place(Row row, List<Row> months) {
    return ChronoUnit.MONTHS.between(month(months.get(0)), month(row));
  }

  private static YearMonth month(Row row) {
    return YearMonth.parse(Cells.text(row, Measurements.PERIOD).orElseThrow());
  }

  private static double real(Row row, Field field) {
    return Cells.real(row, field).orElse(0.0);
  }
}
