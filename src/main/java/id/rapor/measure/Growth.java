package id.rapor.measure;

import id.rapor.measure.Metric.Anchors;
import id.rapor.measure.Metric.Direction;
import id.rapor.measure.Metric.Form;
import id.rapor.measure.Metric.Perspective;
import id.rapor.measure.Metric.Words;
import id.rapor.table.Staffing;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.functions;

/** The metrics of the learning and growth perspective: whether the people who serve are fit to. */
final class Growth {
  static final List<Metric> METRICS =
      List.of(
          new Metric(
              "trained_share",
              Perspective.GROWTH,
              Direction.HIGHER,
              "percent",
              new Words("Petugas terlatih", "Trained share"),
              new Words(
                  "Berapa bagian petugas yang terlatih teknis, komunikasi, dan etika?",
                  "What share of officers is trained in technique, communication and ethics?"),
              Staffing.FEED,
              Form.STOCK,
              Staffing.PERIOD,
              Staffing.HEADCOUNT.col(),
              functions.coalesce(
                  Staffing.TRAINED_ALL.col(),
                  functions.when(
                      Staffing.TRAINED_TECHNICAL
                          .col()
                          .isNotNull()
                          .and(Staffing.TRAINED_COMMUNICATION.col().isNotNull())
                          .and(Staffing.TRAINED_ETHICS.col().isNotNull()),
                      functions.least(
                          Staffing.TRAINED_TECHNICAL.col(),
                          Staffing.TRAINED_COMMUNICATION.col(),
                          Staffing.TRAINED_ETHICS.col()))),
              Optional.of(new Anchors(60, 95)),
              5,
              "officers trained in all three within 24 months / officers, in the period's last month with data; "
                  + "without trained_all the least of the three, an upper bound",
              List.of("P5"),
              List.of("S2"),
              List.of("personal"),
              "own; the second of the four cures"),
          DataQuality.METRIC);

  private Growth() {}
}
