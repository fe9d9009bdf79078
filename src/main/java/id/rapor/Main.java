package id.rapor;

import id.rapor.cli.Rapor;
import java.util.Locale;
import java.util.TimeZone;

/** The program's entry: fixes locale and zone, and is alone to end the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    int code = Rapor.run(args, System.out, System.err);
    System.out.flush();
    System.err.flush();
    System.exit(code);
  }
}
