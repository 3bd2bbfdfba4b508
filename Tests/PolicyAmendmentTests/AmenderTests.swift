import PolicyLexicons
import PolicyText
import Testing

@testable import PolicyAmendment

/// Decisions applied to texts.
@Suite struct AmenderTests {
}
