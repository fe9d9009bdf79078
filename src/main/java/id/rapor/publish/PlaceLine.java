package id.rapor.publish;

/**
 * One agency in the table of a metric or a service.
 *
 * @param rank its rank; empty if it has none
 * @param reach the best and worst rank in its interval
 * @param value the crude value
 * @param reading what the funnel says of it; empty if it is in none
 * @param state why there is no value; empty if there is one
 */
record PlaceLine(
    String rank,
    String reach,
    Agency agency,
    String value,
    String interval,
    String adjusted,
    String n,
    String reading,
    String state) {}
