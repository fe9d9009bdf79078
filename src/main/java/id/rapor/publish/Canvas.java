package id.rapor.publish;

import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of {@code size} by {@code size}, stretched over its frame: {@code left} to {@code
 * right} across, {@code low} to {@code high} upwards. Lines and dots keep their width, as the style
 * says; words stand beside it by per cent.
 */
record Canvas(int size, double left, double right, double low, double high) {
  /** The size of a drawing as wide as the page. */
  static final int LARGE = 1000;

  /** The size of one of several side by side: twice as fine as its pixels. */
  static final int SMALL = 250;

  private static final int[] STEPS = {1, 2, 5, 10};
  private static final int MOST_TICKS = 5;

  /** A point of the drawing. */
  record Point(double x, double y) {}

  /**
   * A word at a line of the grid.
   *
   * @param at per cent from the left or from the top
   */
  record Tick(String words, String at) {}

  /** A path through the points, each told by its distance from the last; empty without any. */
  String line(List<Point> points) {
    StringBuilder path = new StringBuilder();
    Point last = null;
    for (Point point : points) {
      if (last == null) {
        path.append('M').append(place(point)).append(points.size() > 1 ? "l" : "");
      } else {
        path.append(path.charAt(path.length() - 1) == 'l' ? "" : " ")
            .append(x(point.x()) - x(last.x()))
            .append(y(point.y()) < y(last.y()) ? "" : " ")
            .append(y(point.y()) - y(last.y()));
      }
      last = point;
    }
    return path.toString();
  }

  /** A path of dots: each is a line of no length, which the style gives a round or square end. */
  String dots(List<Point> points) {
    StringBuilder path = new StringBuilder();
    points.forEach(point -> path.append('M').append(place(point)).append("h0"));
    return path.toString();
  }

  /** An upright line at {@code x}. */
  String upright(double x, double from, double to) {
    return "M" + place(new Point(x, from)) + "V" + y(to);
  }

  /** A level line at {@code y} from end to end. */
  String level(double y) {
    return "M0 " + y(y) + "H" + size;
  }

  /** A bar from {@code from} to {@code to} that stands on the ground. */
  String bar(double from, double to, double height) {
    return "M" + x(from) + " " + size + "V" + y(height) + "H" + x(to) + "V" + size + "z";
  }

  /** Per cent from the left. */
  String across(double value) {
    return percent(x(value));
  }

  /** Per cent from the top. */
  String down(double value) {
    return percent(y(value));
  }

  /** Round numbers between {@code first} and {@code last}, inclusive; few enough to stand apart. */
  static List<Double> round(double first, double last) {
    if (!(last > first)) {
      return List.of(first);
    }
    double power = Math.pow(10, Math.floor(Math.log10((last - first) / MOST_TICKS)));
    double step = power;
    for (int times : STEPS) {
      step = times * power;
      if ((last - first) / step <= MOST_TICKS) {
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long at = (long) Math.ceil(first / step - 1e-9); at * step <= last + step * 1e-9; at++) {
      ticks.add(at * step);
    }
    return ticks;
  }

  private String place(Point point) {
    return x(point.x()) + " " + y(point.y());
  }

  private long x(double value) {
    return scaled(value, left, right);
  }

  private long y(double value) {
    return size - scaled(value, low, high);
  }

  private long scaled(double value, double first, double last) {
    if (!(last > first)) {
      return size / 2;
    }
    double inside = Math.min(last, Math.max(first, value));
    return Math.round(size * (inside - first) / (last - first));
  }

  private String percent(long place) {
    return Numbers.rounded(place * 100.0 / size, 1).stripTrailingZeros().toPlainString() + "%";
  }
}
