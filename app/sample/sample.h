// SPDX-License-Identifier: GPL-3.0-or-later
// The sample of `assay-cli demo` and of "Open the sample": pictures that really do or do not honour their
// prompts, with the metadata of the programs that would have made them, and 16 weeks of history of two
// made-up clients. It only writes files; they are taken in like any folder and log. Any thread; blocks for
// seconds.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QImage>
#include <QTimeZone>

#include <functional>

namespace assay {

struct SampleRequest
{
    UtcTime now{};
    QTimeZone zone = QTimeZone::utc(); ///< of the workspace the sample is for: its weeks begin there
    int pictures = 300;                ///< about
    int pictureSide = 1024;            ///< pixels
};

struct SampleFiles
{
    QString picturesFolder; ///< the image root: images of the log are relative to it
    QString historyLog;     ///< history.jsonl
    int pictures = 0;
};

/// Called from the calling thread as files get written; false ends the work.
using SampleProgress = std::function<bool(int done, int total)>;

/// Writes `folder`/pictures/CLIENT/ASSET/NAME.png and `folder`/history.jsonl; the folder is made where it is
/// missing. The same request week gives the same bytes, so writing again changes nothing. A folder that holds
/// another history.jsonl or other pictures is refused (Invalid); stopped work is Cancelled and keeps the
/// pictures that are complete.
Result<SampleFiles> writeSample(const QString& folder, const SampleRequest& request,
                                const SampleProgress& progress = {});

inline constexpr int kSampleSceneCount = 10;

/// Scene `index` (0..9) as it was asked for, for the welcome page. Nothing is written.
QImage drawSampleScene(int index, QSize size);

} // namespace assay
