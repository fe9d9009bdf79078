package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.detect.DetectorEntry.Words;
import id.rapor.detect.GroupDisparity.Disparity;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Which cases speak for a group that is served worse. */
class GroupDisparityTest {
  @Test
  void theCasesNamedAreThoseOfTheGroup() {
    List<Disparity> disparities =
        List.of(disparity("2025-02", "women", true), disparity("2025-03", "men", false));
    assertThat(
            GroupDisparity.ofWorseServed(
                    looked(
                        RowFactory.create("2025-02", "A", "women", "hers"),
                        RowFactory.create("2025-02", "A", "men", "his"),
                        RowFactory.create("2025-02", "B", "women", "at another agency"),
                        RowFactory.create("2025-03", "A", "men", "merely tested")),
                    disparities)
                .collectAsList()
                .stream()
                .map(row -> row.<String>getAs(Cases.CASE_ID.name())))
        .containsExactly("hers");
  }

  private static Disparity disparity(String period, String group, boolean isLarge) {
    Subject agency = Subject.agency(period, "A");
    return new Disparity(group, new Tested(agency, 2, 1, 2, 30, 0, isLarge, new Words("", "")));
  }

  private static Dataset<Row> looked(Row... rows) {
    StructType schema = new StructType();
    for (Field field :
        List.of(Measurements.PERIOD, Cases.AGENCY_ID, Cases.APPLICANT_GROUP, Cases.CASE_ID)) {
      schema = schema.add(field.name(), field.type());
    }
    return TestSpark.session().createDataFrame(List.of(rows), schema);
  }
}
