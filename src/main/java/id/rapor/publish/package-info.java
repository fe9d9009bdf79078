/**
 * Publish: any table as one file, and every period as numbered editions of files and a page.
 *
 * <p>In: the league, scorecards, measurements and what explains them, as Datasets. Out: CSV,
 * Parquet and XLSX by {@link id.rapor.publish.TableFile}; {@code published/<period>/<edition>/} by
 * {@link id.rapor.publish.Publication}. The same content gives the same bytes: no wall clock, no
 * run id, no locale, no hash order reaches a file. Nothing about a person or a single case is
 * published.
 */
package id.rapor.publish;
