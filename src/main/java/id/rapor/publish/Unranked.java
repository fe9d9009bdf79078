package id.rapor.publish;

/** One agency that has no rank, and why. */
record Unranked(String anchor, Agency agency, String status, String reason) {}
