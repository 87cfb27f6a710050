// SPDX-License-Identifier: GPL-3.0-or-later
// What a table's fields, questions and encodings are called in the window. Any thread.
#pragma once

#include "app/intake/csvguess.h"

namespace assay {

/// "Sent at", "Latency in seconds", "Not used by Assay, kept".
QString csvFieldWord(CsvField field);

/// One sentence: what has to be said and where.
QString csvQuestionSentence(CsvQuestion question);

QString csvEncodingWord(CsvEncoding encoding);
QString csvSeparatorWord(char separator);

} // namespace assay
