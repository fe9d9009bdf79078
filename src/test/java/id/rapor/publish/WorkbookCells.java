package id.rapor.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The cells of a workbook, read from its XML without the library that wrote it. */
final class WorkbookCells {
  private WorkbookCells() {}

  /** The rows of the sheet, each cell as its place, its kind unless text, and what it holds. */
  static List<List<String>> of(Path workbook, int sheet) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + sheet + ".xml"))) {
      Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      List<List<String>> rows = new ArrayList<>();
      for (Element row : elements(xml.getDocumentElement(), "row")) {
        rows.add(elements(row, "c").stream().map(WorkbookCells::cell).toList());
      }
      return rows;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static String cell(Element cell) {
    String kind =
        switch (cell.getAttribute("t")) {
          case "inlineStr" -> "";
          case "b" -> "truth ";
          case "", "n" -> "number ";
          default -> cell.getAttribute("t") + " ";
        };
    return cell.getAttribute("r") + " " + kind + cell.getTextContent();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }
}
