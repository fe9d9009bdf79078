package id.rapor.league;

import id.rapor.stats.Correlation;
import id.rapor.stats.Quantiles;
import id.rapor.stats.Sobol;
import id.rapor.table.Sensitivities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Tells how far overall ranks depend on choices that could fairly be others and on sampling error,
 * all varied together (Saisana, Saltelli and Tarantola 2005).
 */
public final class FairChoices {
  /** Draws A and as many draws B; each of the inputs is then taken from B in A. */
  static final int DRAWS = 100;

  private static final int INPUTS = Alternative.INPUTS;

  private final Panel panel;
  private final Alternative alternative;
  private final int[] published;
  private final double[] uncapped;

  private FairChoices(Panel panel, Map<String, Double> perspectives) {
    this.panel = panel;
    this.alternative = new Alternative(panel, perspectives);
    this.published =
        Arrays.stream(panel.scores).mapToInt(one -> Panel.rank(one, panel.scores)).toArray();
    this.uncapped = Alternative.ranks(panel.uncapped);
  }

  /**
   * The sensitivity of every agency with an overall rank, among the whole country. Draws are seeded
   * by the period and, for sampling error, the agency's code.
   *
   * @param perspectives weight of each that applies
   * @return in the shape of {@code sensitivities}, in no order
   */
  public static Dataset<Row> of(Standings standings, Map<String, Double> perspectives) {
    Map<String, Double> weights = Map.copyOf(perspectives);
    return Panel.readings(standings)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> sensitivities(rows, weights),
            Encoders.row(Sensitivities.TABLE.schema()));
  }

  private static Iterator<Row> sensitivities(Iterator<Row> rows, Map<String, Double> weights) {
    return Panel.of(rows).stream()
        .flatMap(panel -> new FairChoices(panel, weights).rows())
        .iterator();
  }

  private Stream<Row> rows() {
    Random random = new Random(panel.period.hashCode());
    double[][] a = draws(random);
    double[][] b = draws(random);
    double[][] ranksA = ranks(a);
    double[][] ranksB = ranks(b);
    List<double[][]> mixed = new ArrayList<>();
    for (int input = 0; input < INPUTS; input++) {
      mixed.add(ranks(mixed(a, b, input)));
    }
    double robustness = (agreement(ranksA) + agreement(ranksB)) / 2;
    return IntStream.range(0, published.length)
        .mapToObj(
            unit ->
                row(
                    unit,
                    column(ranksA, unit),
                    column(ranksB, unit),
                    mixed.stream().map(ranks -> column(ranks, unit)).toList(),
                    robustness));
  }

  private static double[][] draws(Random random) {
    return IntStream.range(0, DRAWS)
        .mapToObj(draw -> random.doubles(INPUTS).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] mixed(double[][] a, double[][] b, int input) {
    double[][] mixed = new double[DRAWS][];
    for (int draw = 0; draw < DRAWS; draw++) {
      mixed[draw] = a[draw].clone();
      mixed[draw][input] = b[draw][input];
    }
    return mixed;
  }

  /** The ranks of all agencies under each draw. */
  private double[][] ranks(double[][] draws) {
    return Arrays.stream(draws)
        .map(draw -> Alternative.ranks(alternative.scores(draw)))
        .toArray(double[][]::new);
  }

  /** With the ranks before any cap, as the alternatives have none either. */
  private double agreement(double[][] ranks) {
    return Arrays.stream(ranks)
        .mapToDouble(other -> Correlation.spearman(uncapped, other))
        .filter(Double::isFinite)
        .average()
        .orElse(1);
  }

  private static double[] column(double[][] ranks, int unit) {
    return Arrays.stream(ranks).mapToDouble(row -> row[unit]).toArray();
  }

  private Row row(int unit, double[] ofA, double[] ofB, List<double[]> mixed, double robustness) {
    double[] all = Stream.of(ofA, ofB).flatMapToDouble(Arrays::stream).sorted().toArray();
    Sobol shares = Sobol.of(ofA, ofB, mixed);
    long low = (long) Math.floor(Quantiles.of(all, 0.05));
    long high = (long) Math.ceil(Quantiles.of(all, 0.95));
    List<Object> cells = new ArrayList<>();
    cells.add(panel.period);
    cells.add(panel.agencies.get(unit));
    cells.add((long) published[unit]);
    cells.add(Quantiles.of(all, 0.5));
    cells.add(low);
    cells.add(high);
    Stream.concat(shares.first().stream(), shares.total().stream())
        .forEach(share -> cells.add(Double.isFinite(share) ? share : null));
    cells.add((long) all.length);
    cells.add(robustness);
    cells.addAll(sentences(published[unit] + "; " + low + "-" + high));
    return RowFactory.create(cells.toArray());
  }

  /** Both sentences; where a score is capped, the published ranks are of another kind. */
  private List<String> sentences(String range) {
    boolean isCapped = !Arrays.equals(panel.scores, panel.uncapped);
    return List.of(
        "Peringkat "
            + range
            + " menurut pilihan lain yang sama wajarnya"
            + (isCapped ? ", tanpa pembatasan skor akibat pelanggaran terkonfirmasi." : "."),
        "Rank "
            + range
            + " under other fair choices"
            + (isCapped ? ", which leave out the caps of confirmed breaches." : "."));
  }
}
