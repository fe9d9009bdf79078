package id.rapor.ingest;

/**
 * One record of a file as text, personal identifiers already replaced.
 *
 * @param line ordinal of the record in its file, from 1
 * @param values one for each column of the layout; null = empty
 * @param raw the whole record where it cannot be put together from {@code values} (JSON); else null
 * @param malformedHash keyed hash of a record that has not as many values as columns, or is no JSON
 *     object; else null
 */
@SuppressWarnings("ArrayRecordComponent") // made once per line and never compared
record RawRecord(long line, String[] values, String raw, String malformedHash) {}
