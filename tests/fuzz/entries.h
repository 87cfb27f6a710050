// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzers and their replay feed with bytes of strangers, each by the name of its corpus folder. Any
// input has to give an answer, the same one each time; what is wrong aborts. For tests only.
#pragma once

#include <QByteArray>
#include <QList>

namespace assay::fuzz {

struct Entry
{
    QByteArray name;
    void (*run)(const QByteArray& bytes);
};

/// "file": a whole file for all walkers and readers. "png", "jpeg", "webp", "bmff", "jxl": one walker,
/// whatever the bytes begin with. "csv": a table. "log": lines of a log. "sidecar": a file beside an image.
/// The others: one reader, which gets keyword NUL text NUL keyword NUL text
/// ...
const QList<Entry>& entries();

} // namespace assay::fuzz
