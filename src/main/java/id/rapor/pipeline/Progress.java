package id.rapor.pipeline;

import java.time.Duration;

/** Hears how a run gets on; the command line prints it. */
public interface Progress {

  /** A stage begins. */
  void begins(String stage);

  /** A stage has made its table. */
  void made(String stage, long rows, Duration took);

  /** A stage had nothing to do, as nothing that it depends on has changed. */
  void unchanged(String stage);

  /** Something that the user should know. */
  void warns(String message);
}
