/// A PDF of one page that is an image, as scanners make them.
struct ScannedFile {
  /// The image, as `pdftoppm -gray` writes it: PGM of 8 bits.
  let image: [UInt8]

  /// The file.
  var bytes: [UInt8] {
    let head = image.prefix(64).split(separator: 0x0A, maxSplits: 3).map {
      String(decoding: $0, as: UTF8.self)
    }
    let size = head.count > 1 ? head[1].split(separator: " ").compactMap { Int($0) } : []
    let (width, height) = size.count == 2 ? (size[0], size[1]) : (1, 1)
    let pixels = Array(image.suffix(width * height))
    // The image has 200 points an inch.
    let (across, down) = (width * 72 / 200, height * 72 / 200)
    let box = "[0 0 \(across) \(down)]"
    let content = "q \(across) 0 0 \(down) 0 0 cm /I Do Q"
    var file: [UInt8] = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []
    func number(_ place: Int) -> String {
      String(repeating: "0", count: 10 - String(place).count) + String(place)
    }
    for (index, object) in [
      Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
      Array("<< /Type /Pages /Count 1 /Kids [3 0 R] >>".utf8),
      Array(
        "<< /Type /Page /Parent 2 0 R /MediaBox \(box) /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>"
          .utf8),
      Array("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream".utf8),
      Array(
        "<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray /BitsPerComponent 8 /Length \(pixels.count) >>\nstream\n"
          .utf8) + pixels + Array("\nendstream".utf8),
    ].enumerated() {
      places.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    let table = places.map { "\(number($0)) 00000 n \n" }.joined()
    file += Array(
      "xref\n0 6\n0000000000 65535 f \n\(table)trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF"
        .utf8)
    return file
  }
}
