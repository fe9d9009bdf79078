/**
 * Explains one published figure to a person at a terminal.
 *
 * <p>In: an agency, a metric, a period. Out: lines of text, from the figure through numerator and
 * denominator to the lines of the files it came from.
 */
package id.rapor.explain;
