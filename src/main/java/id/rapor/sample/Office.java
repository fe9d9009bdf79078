package id.rapor.sample;

/**
 * One place where an agency serves.
 *
 * @param cumulative share of the agency's cases handed in here or at an office before it
 */
record Office(String id, Hours hours, WorkCalendar calendar, double cumulative) {}
