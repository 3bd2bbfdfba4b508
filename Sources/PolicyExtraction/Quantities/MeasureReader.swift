import PolicyText

/// Finds what a quantity measures (到会人数) and what a share is a share of (应到会人数).
struct MeasureReader {
  let scalars: [Unicode.Scalar]
  let words: QuantityWords
  let limits: Range<Int>

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    limits.contains(offset) ? scalars[offset] : "\n"
  }

  /// Sets `measures` and `base` of the quantities of a block, in order with their amounts.
  func read(_ quantities: inout [Quantity], amounts: [Amount]) {
    for index in quantities.indices {
      let limit = index > 0 ? amounts[index - 1].range.upperBound : limits.lowerBound
      if quantities[index].role != .penalty {
        quantities[index].measures = measured(amounts[index], from: limit)
      }
      switch quantities[index].kind {
      case .percent, .fraction: quantities[index].base = base(amounts[index], from: limit)
      case .quantity where amounts[index].unitKind == .multiple:
        quantities[index].base = base(amounts[index], from: limit)
      default: break
      }
    }
    dealOut(&quantities)
  }

  // MARK: What is measured

  /// The noun phrase before the comparison, if it ends in a noun that numbers measure.
  private func measured(_ amount: Amount, from limit: Int) -> Range<Int>? {
    var end = amount.outer.lowerBound
    // 不少于应到会人数的80%: what is measured stands before the comparison.
    if let comparison = comparison(before: end, from: limit) { end = comparison.lowerBound }
    while end > limit, isAdverb(scalar(end - 1)) { end -= 1 }
    for length in 0...4 {
      let stop = end - length
      guard stop > limit else { return nil }
      guard words.measuredHeads.longest(in: scalars, endingAt: stop, from: limit) != nil else {
        if isMark(scalar(stop - 1)) { return nil }
        continue
      }
      var start = stop
      while start > limit, stop - start < 24, !isMark(scalar(start - 1)) { start -= 1 }
      start = afterLead(start, to: stop)
      return stop - start >= 2 ? start..<stop : nil
    }
    return nil
  }

  /// The offset after what only leads to a noun phrase: 但是, 处以, 没有…或者.
  private func afterLead(_ start: Int, to end: Int) -> Int {
    var start = start
    var offset = start
    while offset < end - 2 {
      if scalar(offset) == "或" || scalar(offset) == "以",
        scalar(offset + 1) == "者" || scalar(offset + 1) == "及"
      {
        start = offset + 2
      }
      offset += 1
    }
    while let lead = words.phraseLeads.longest(in: scalars, from: start, to: end), lead.end < end {
      start = lead.end
    }
    return start
  }

  private func isAdverb(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "应", "当", "须", "均", "也", "仅", "共", "各", "需", "要", "为", "是", "的": true
    default: false
    }
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "、", "（", "）", "“", "”", "《", "》", "！", "？", "\n": true
    default: false
    }
  }

  /// The last comparison of the clause before an offset.
  private func comparison(before end: Int, from limit: Int) -> Range<Int>? {
    var offset = end
    while offset > limit, end - offset < 26, !isMark(scalar(offset - 1)) {
      if let found = words.beforeTrie.longest(in: scalars, endingAt: offset, from: limit),
        words.before[found.word].comparator != nil, offset - found.start >= 2
      {
        let start =
          words.negations.longest(in: scalars, endingAt: found.start, from: limit)?.start
          ?? found.start
        return start..<offset
      }
      offset -= 1
    }
    return nil
  }

  // MARK: What a share is of

  /// 占X的比例, 不少于X的80%, 超过X百分之十.
  private func base(_ amount: Amount, from limit: Int) -> Range<Int>? {
    let end = amount.range.lowerBound
    var start = end
    while start > limit, end - start < 40, !isMark(scalar(start - 1)) { start -= 1 }
    // 占全市老年人总数比例达50%.
    var offset = end
    while offset > start {
      if scalar(offset - 1) == "占" {
        var stop = amount.outer.lowerBound
        for length in [2, 1] {
          guard
            let head = words.measuredHeads.longest(
              in: scalars, endingAt: stop - (length - 1), from: offset),
            isShareHead(head.start..<stop - (length - 1))
          else { continue }
          stop = head.start
          break
        }
        if scalar(stop - 1) == "的" { stop -= 1 }
        return stop - offset >= 2 ? offset..<stop : nil
      }
      offset -= 1
    }
    guard let comparison = comparison(before: end, from: start) else {
      // X的80%.
      let stop = scalar(end - 1) == "的" ? end - 1 : end
      guard stop < end || amount.unitKind == .multiple || isFined(start..<end) else { return nil }
      var from = start
      for offset in start..<end where scalar(offset) == "处" { from = offset + 1 }
      from = afterLead(from, to: stop)
      return stop - from >= 2 ? from..<stop : nil
    }
    let stop = scalar(end - 1) == "的" ? end - 1 : end
    return stop - comparison.upperBound >= 2 ? comparison.upperBound..<stop : nil
  }

  private func isFined(_ range: Range<Int>) -> Bool { range.contains { scalar($0) == "处" } }

  private func isShareHead(_ range: Range<Int>) -> Bool {
    range.count == 2 && (scalars[range.lowerBound] == "比" || scalars[range.lowerBound] == "占")
  }

  // MARK: 分别

  /// 较2022年、2021年分别增长1.11个百分点、1.43个百分点: each value has its own base, and so has each of 甲、乙
  /// 分别为 what it measures.
  private func dealOut(_ quantities: inout [Quantity]) {
    var offset = limits.lowerBound
    while offset + 1 < limits.upperBound {
      if scalars[offset] == "分", scalars[offset + 1] == "别" {
        dealOut(&quantities, at: offset)
        offset += 1
      }
      offset += 1
    }
  }

  private func dealOut(_ quantities: inout [Quantity], at place: Int) {
    var low = 0
    var high = quantities.count
    while low < high {
      let middle = (low + high) / 2
      if quantities[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    let first = low
    guard first < quantities.count, quantities[first].range.lowerBound - place <= 12
    else { return }
    var last = first
    while last + 1 < quantities.count, last - first < 12,
      isListed(quantities[last].range.upperBound..<quantities[last + 1].range.lowerBound)
    {
      last += 1
    }
    let count = last - first + 1
    guard count > 1 else { return }
    let items = items(before: place)
    guard items.count == count else { return }
    let isCompared = isComparison(before: items[0].lowerBound)
    for index in 0..<count {
      if isCompared {
        quantities[first + index].base = items[index]
      } else {
        quantities[first + index].measures = items[index]
      }
    }
  }

  private func isListed(_ gap: Range<Int>) -> Bool {
    guard let mark = gap.first.map(scalar), gap.count <= 3 else { return false }
    return ["、", "和", "与", "，", "及", "以"].contains(mark)
  }

  private func isComparison(before offset: Int) -> Bool {
    let scalar = scalar(offset - 1)
    return scalar == "较" || scalar == "比"
  }

  /// The members of the list that ends at an offset: 2022年、2021年、2020年.
  private func items(before end: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var stop = end
    var start = end
    while start > limits.lowerBound, end - start < 200 {
      let scalar = scalar(start - 1)
      if scalar == "、" || scalar == "和" || scalar == "与" || scalar == "及" {
        if stop > start { items.append(start..<stop) }
        stop = start - 1
        start = stop
        continue
      }
      if isMark(scalar) || scalar == "较" || scalar == "比" { break }
      start -= 1
    }
    if stop > start { items.append(start..<stop) }
    return items.reversed()
  }
}
