package id.rapor.reference;

import static java.util.Objects.requireNonNull;

/**
 * A row of a reference file and the line where it stands, so that checks across rows can name both.
 */
record Located<T>(long line, T row) {
  Located {
    requireNonNull(row);
  }
}
