// The door to libarchive, which reads and writes ZIP packages.
#include <archive.h>
#include <archive_entry.h>
