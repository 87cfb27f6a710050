// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/csvwords.h"

#include <QCoreApplication>
#include <QHash>

namespace assay {

namespace {

QString words(const char* source)
{
    return QCoreApplication::translate("CsvWords", source);
}

const QHash<CsvField, const char*>& fieldSources()
{
    static const QHash<CsvField, const char*> sources{
        {CsvField::Kept, QT_TRANSLATE_NOOP("CsvWords", "Kept as it is")},
        {CsvField::Ignored, QT_TRANSLATE_NOOP("CsvWords", "Left out")},
        {CsvField::Id, QT_TRANSLATE_NOOP("CsvWords", "Id")},
        {CsvField::SentAt, QT_TRANSLATE_NOOP("CsvWords", "Sent at")},
        {CsvField::SentTime, QT_TRANSLATE_NOOP("CsvWords", "Sent at, time of day")},
        {CsvField::Client, QT_TRANSLATE_NOOP("CsvWords", "Client")},
        {CsvField::Asset, QT_TRANSLATE_NOOP("CsvWords", "Asset")},
        {CsvField::Batch, QT_TRANSLATE_NOOP("CsvWords", "Batch")},
        {CsvField::Cycle, QT_TRANSLATE_NOOP("CsvWords", "Cycle")},
        {CsvField::Candidate, QT_TRANSLATE_NOOP("CsvWords", "Candidate")},
        {CsvField::Attempt, QT_TRANSLATE_NOOP("CsvWords", "Attempt")},
        {CsvField::Model, QT_TRANSLATE_NOOP("CsvWords", "Model")},
        {CsvField::Template, QT_TRANSLATE_NOOP("CsvWords", "Template")},
        {CsvField::Prompt, QT_TRANSLATE_NOOP("CsvWords", "Prompt")},
        {CsvField::NegativePrompt, QT_TRANSLATE_NOOP("CsvWords", "Negative prompt")},
        {CsvField::Seed, QT_TRANSLATE_NOOP("CsvWords", "Seed")},
        {CsvField::Steps, QT_TRANSLATE_NOOP("CsvWords", "Steps")},
        {CsvField::Cfg, QT_TRANSLATE_NOOP("CsvWords", "CFG")},
        {CsvField::Sampler, QT_TRANSLATE_NOOP("CsvWords", "Sampler")},
        {CsvField::Status, QT_TRANSLATE_NOOP("CsvWords", "Outcome")},
        {CsvField::Error, QT_TRANSLATE_NOOP("CsvWords", "Error")},
        {CsvField::LatencyMs, QT_TRANSLATE_NOOP("CsvWords", "Latency in milliseconds")},
        {CsvField::LatencySeconds, QT_TRANSLATE_NOOP("CsvWords", "Latency in seconds")},
        {CsvField::Cost, QT_TRANSLATE_NOOP("CsvWords", "Cost")},
        {CsvField::Currency, QT_TRANSLATE_NOOP("CsvWords", "Currency")},
        {CsvField::Image, QT_TRANSLATE_NOOP("CsvWords", "Image file")},
        {CsvField::Clip, QT_TRANSLATE_NOOP("CsvWords", "CLIP similarity")},
        {CsvField::Aesthetic, QT_TRANSLATE_NOOP("CsvWords", "Aesthetic score")},
        {CsvField::Drift, QT_TRANSLATE_NOOP("CsvWords", "Drift")},
        {CsvField::Disposition, QT_TRANSLATE_NOOP("CsvWords", "Verdict")},
        {CsvField::Reviewer, QT_TRANSLATE_NOOP("CsvWords", "Reviewer")},
        {CsvField::ReviewedAt, QT_TRANSLATE_NOOP("CsvWords", "Reviewed at")},
        {CsvField::Note, QT_TRANSLATE_NOOP("CsvWords", "Note")},
    };
    return sources;
}

} // namespace

QString csvFieldWord(CsvField field)
{
    const char* source = fieldSources().value(field);
    return source ? words(source) : toText(field);
}

QString csvQuestionSentence(CsvQuestion question)
{
    switch (question) {
    case CsvQuestion::SentAt:
        return words(QT_TRANSLATE_NOOP("CsvWords", "Say which column tells when the image was asked for."));
    case CsvQuestion::Content:
        return words(
            QT_TRANSLATE_NOOP("CsvWords", "Say which column has the prompt, the image file or the id."));
    case CsvQuestion::SameField:
        return words(QT_TRANSLATE_NOOP("CsvWords", "Two columns have the same meaning; keep one of them."));
    case CsvQuestion::Zone:
        return words(QT_TRANSLATE_NOOP("CsvWords", "Say which time zone the times are in."));
    case CsvQuestion::DateOrder:
        return words(
            QT_TRANSLATE_NOOP("CsvWords", "Say whether dates such as 3/4/2026 begin with day or month."));
    case CsvQuestion::Decimal:
        return words(
            QT_TRANSLATE_NOOP("CsvWords", "Say whether numbers such as 1,234 have a decimal comma."));
    case CsvQuestion::LatencyUnit:
        return words(QT_TRANSLATE_NOOP("CsvWords", "Say whether the latency is in milliseconds or seconds."));
    case CsvQuestion::Currency:
        return words(QT_TRANSLATE_NOOP("CsvWords", "Say which currency the costs are in."));
    case CsvQuestion::ReviewedAt:
        return words(QT_TRANSLATE_NOOP("CsvWords", "Say when the verdicts were given, or they are refused."));
    }
    Q_UNREACHABLE();
}

QString csvEncodingWord(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case CsvEncoding::Utf16Le:
        return QStringLiteral("UTF-16 LE");
    case CsvEncoding::Utf16Be:
        return QStringLiteral("UTF-16 BE");
    case CsvEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    Q_UNREACHABLE();
}

QString csvSeparatorWord(char separator)
{
    switch (separator) {
    case ',':
        return words(QT_TRANSLATE_NOOP("CsvWords", "Comma ,"));
    case ';':
        return words(QT_TRANSLATE_NOOP("CsvWords", "Semicolon ;"));
    case '\t':
        return words(QT_TRANSLATE_NOOP("CsvWords", "Tab"));
    case '|':
        return words(QT_TRANSLATE_NOOP("CsvWords", "Bar |"));
    default:
        return QString(QLatin1Char(separator));
    }
}

} // namespace assay
