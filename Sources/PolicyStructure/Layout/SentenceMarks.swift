/// Whether a folded scalar ends a sentence or a part of one that may end a paragraph.
@inline(__always)
func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "。", "；", "：", "！", "？", "…": true
  default: false
  }
}

/// Whether a folded scalar closes a quotation or bracket, so that a sentence mark may stand before.
@inline(__always)
func isClosing(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "”", "’", "\"", "）", "』", "」", "】", "》": true
  default: false
  }
}
