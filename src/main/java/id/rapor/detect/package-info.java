/**
 * The detector catalogue: one file per detector, one line in {@link
 * id.rapor.detect.DetectorCatalogue}. A finding is a lead, never an accusation.
 *
 * <p>In: judged cases, the periods to look at. Out: {@link id.rapor.table.Findings} and the
 * catalogue as the table {@link id.rapor.table.Detectors}.
 */
package id.rapor.detect;
