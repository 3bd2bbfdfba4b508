/// What is left when all effects of substance are found: other words, and mere form.
struct FormEffects {
  let pair: UnitPair
  let facts: EffectFacts

  /// So many changes of words are told one by one; more are counted.
  private static let limit = 3

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    var others: [Edit] = []
    var marks = 0
    for edit in pair.difference.edits {
      guard !edit.isEditorial else {
        addForm(edit, marks: &marks, in: &list)
        continue
      }
      if edit.isThroughout {
        addWording(edit, in: &list)
        continue
      }
      if addRename(edit, in: &list) { continue }
      if list.explains(edit) || (isPart && edit.operation != .replace) { continue }
      others.append(edit)
    }
    if marks > 0 {
      list.add(
        Effect(
          kind: .editorial, old: "", new: "", direction: .other,
          message: "标点、全半角、分段或者数字写法调整\(marks)处"))
    }
    if others.count <= Self.limit {
      for edit in others { addWording(edit, in: &list) }
    } else {
      list.add(
        Effect(
          kind: .wording, old: "", new: "", direction: .other, message: "文字修改\(others.count)处"))
    }
  }

  /// Tells an organ that has another name since a reform, wherever it is named; `false` if an edit is
  /// of something else.
  private func addRename(_ edit: Edit, in list: inout EffectList) -> Bool {
    guard edit.operation == .replace, !list.explains(edit) else { return false }
    let (old, new) = (pair.old.string(edit.old), pair.new.string(edit.new))
    let note = facts.renames.note(old, new)
    // 由甲部门制定: who does it is told by 由, whatever the reform says.
    let isAgent =
      pair.old.follows("由", edit.old.lowerBound) && pair.new.follows("由", edit.new.lowerBound)
    guard !note.isEmpty || isAgent, pair.old.namesOrgan(edit.old), pair.new.namesOrgan(edit.new)
    else { return false }
    list.add(
      Effect(
        kind: .bearer, old: old, new: new, direction: .other,
        message: "\(note.isEmpty ? "主体" : "机构名称")由“\(old)”改为“\(new)”" + note))
    return true
  }

  private func addWording(_ edit: Edit, in list: inout EffectList) {
    let (old, new) = (pair.old.string(edit.old), pair.new.string(edit.new))
    list.add(
      Effect(
        kind: .wording, old: old, new: new, direction: .other,
        message: pair.new.unit.family == .table ? .change(ofRows: old, new) : .change(old, new)))
  }

  private func addForm(_ edit: Edit, marks: inout Int, in list: inout EffectList) {
    let (old, new) = (pair.old.string(edit.old), pair.new.string(edit.new))
    // The number of the unit itself is told by the alignment.
    guard edit.old.upperBound > pair.old.unit.text.bodyStart || edit.old.isEmpty else { return }
    guard edit.operation == .replace,
      EditForm.isSame(pair.old.unit.text.folded[edit.old], pair.new.unit.text.folded[edit.new])
        == false
    else {
      marks += 1
      return
    }
    list.add(
      Effect(
        kind: .editorial, old: old, new: new, direction: .other,
        message: "“\(old)”改为“\(new)”，随序号调整"))
  }
}
