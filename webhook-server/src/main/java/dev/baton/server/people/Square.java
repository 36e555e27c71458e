package dev.baton.server.people;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of an SVG picture, one unit a module, with the white border it needs. */
final class Square {
  private static final int BORDER = 4;

  private Square() {}

  static int side(QrCode code) {
    return code.size + 2 * BORDER;
  }

  static String path(QrCode code) {
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(',').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
