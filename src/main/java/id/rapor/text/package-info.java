/**
 * Text for people: numbers, money, dates, periods and lists in Indonesian and English.
 *
 * <p>In: values and codes. Out: text that is the same on every machine: separators, month names and
 * signs are spelled out here, as the locale data of a Java runtime differs from release to release
 * (it puts a no-break space into rupiah amounts, for one). No state, no default locale, no default
 * zone.
 */
package id.rapor.text;
