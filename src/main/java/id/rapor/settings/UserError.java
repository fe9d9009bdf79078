package id.rapor.settings;

/**
 * Something that the user can mend: the message says what cannot be done, why, and what to do next.
 * The program prints it without a trace and ends with exit code 2.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
