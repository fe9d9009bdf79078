/**
 * The tables: one class per table, with its columns as documented constants, its key and its
 * schema.
 *
 * <p>This is the only place where a column's name is written as a string. In: nothing. Out: {@link
 * id.rapor.table.Field}, {@link id.rapor.table.Table} and {@link id.rapor.table.Feed}, by which all
 * stages speak to one another.
 */
package id.rapor.table;
