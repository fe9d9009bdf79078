package id.rapor.detect;

import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Table;

/** A column that a detector cannot do without: one row of the data at least must fill it. */
public record Need(Table table, Field field) {

  /** A column of the judged cases. */
  static Need of(Field field) {
    return new Need(JudgedCases.TABLE, field);
  }

  /** The column's name, after its table's where that is not the cases'. */
  public String name() {
    return table.equals(JudgedCases.TABLE) ? field.name() : table.name() + "." + field.name();
  }
}
