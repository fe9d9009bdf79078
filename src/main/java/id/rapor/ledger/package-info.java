/**
 * The ledger: which run made which table of what, so that nothing is made twice without a reason.
 *
 * <p>In: fingerprints of inputs. Out: rows of {@link id.rapor.table.Runs}.
 */
package id.rapor.ledger;
