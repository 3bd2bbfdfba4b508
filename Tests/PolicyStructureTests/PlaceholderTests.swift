import Testing

@Suite struct PolicyStructurePlaceholderTests {}
