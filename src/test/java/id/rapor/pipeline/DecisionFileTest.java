package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analysts write decisions by hand: what is right is taken, all that is wrong is named at once. */
class DecisionFileTest {
  @TempDir Path data;

  @Test
  void withoutTheFileNothingIsDecided() {
    assertThat(DecisionFile.read(TestSpark.session(), data).count()).isZero();
  }

  @Test
  void columnsAreFoundByName() throws IOException {
    write("decision,finding_id,decided_on,reason", "explained,f1,2025-03-31,\"court order, read\"");
    Row decision = DecisionFile.read(TestSpark.session(), data).head();
    assertThat(decision.getString(0)).isEqualTo("f1");
    assertThat(decision.getString(2)).isEqualTo("court order, read");
    assertThat(decision.getDate(3)).hasToString("2025-03-31");
    assertThat(decision.isNullAt(4)).isTrue();
  }

  @Test
  void everyFaultIsNamed() throws IOException {
    write(
        "finding_id,decision,reason,decided_on,decided_by",
        "f1,explained,,,",
        "f1,dismissed,,,",
        "f2,closed,,,",
        "f3,open,,31.03.2025,");
    assertThatThrownBy(() -> DecisionFile.read(TestSpark.session(), data))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("record 2: finding_id is empty or stands there twice")
        .hasMessageContaining("record 3: decision is closed")
        .hasMessageContaining("record 4: decided_on is 31.03.2025");
  }

  private void write(String... lines) throws IOException {
    Files.writeString(data.resolve(DecisionFile.NAME), String.join("\n", lines) + "\n");
  }
}
