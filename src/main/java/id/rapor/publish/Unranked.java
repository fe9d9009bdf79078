package id.rapor.publish;

/**
 * One agency that has no rank, and why.
 *
 * @param peers the agencies it is compared with
 */
record Unranked(String anchor, Agency agency, PeerGroup peers, String status, String reason) {}
