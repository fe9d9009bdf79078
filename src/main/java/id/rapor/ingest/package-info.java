/**
 * From files to accepted rows: find what is new, read it, map it to the feeds, hold it against the
 * rules, and keep the newest version of every row.
 *
 * <p>In: the sources of the settings, an input folder, the tables as they stand. Out: per feed the
 * rows to upsert, for all feeds the refused lines ({@code quarantine}) and the accounting ({@code
 * files}). Nothing is written here: {@code pipeline} does that.
 */
package id.rapor.ingest;
