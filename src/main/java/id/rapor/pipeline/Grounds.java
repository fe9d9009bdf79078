package id.rapor.pipeline;

import id.rapor.measure.Inputs;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of a warehouse, for a reader who asks what its figures were made of.
 *
 * @param tables all tables
 * @param inputs what the measurements were made of
 */
public record Grounds(Warehouse tables, Inputs inputs) {

  /** The grounds that {@code request} names; nothing is made or written. */
  public static Grounds of(SparkSession spark, Request request) {
    Warehouse tables = new Warehouse(spark, request.warehouse());
    Job job = new Job(spark, tables, Runner.reference(request, "explain a figure"), request);
    return new Grounds(tables, Pipeline.inputs(job));
  }
}
