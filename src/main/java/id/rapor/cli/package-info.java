/**
 * The command line: one class per command, nothing but arguments and printing.
 *
 * <p>In: arguments. Out: lines on the terminal and an exit code: 0 done, 1 bad command line, 2
 * something the user can mend, 3 a defect.
 */
package id.rapor.cli;
