/**
 * The road from files to published tables: read {@code Pipeline} first.
 *
 * <p>In: settings, an input folder and a data folder. Out: the warehouse's tables and the published
 * files. {@code Warehouse} is the only reader and writer of tables.
 */
package id.rapor.pipeline;
