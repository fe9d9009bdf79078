/**
 * The metric catalogue, one list per perspective, and the stage that computes it.
 *
 * <p>In: judged cases, surveys, staffing, budgets, working days, the periods to compute. Out:
 * {@link id.rapor.table.Measurements} and the catalogue as the table {@link
 * id.rapor.table.Metrics}. To add a metric, add one entry to the list of its perspective; nothing
 * downstream names it.
 */
package id.rapor.measure;
