// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvvalues.h"

#include <QSet>

namespace assay {

namespace {

using WordSet = QSet<QString>;

QString word(QStringView cell)
{
    return cell.toString().simplified().toCaseFolded();
}

WordSet setOf(const char* words)
{
    const QStringList list = QString::fromUtf8(words).split(u'|');
    return {list.cbegin(), list.cend()};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSpaceMark(QChar c)
{
    return c == u' ' || c == QChar(0x00A0) || c == QChar(0x202F) || c == QChar(0x2009) || c == u'\'' ||
           c == QChar(0x2019);
}

/// The digits of "1 234 567" with one kind of mark between groups of three; nothing when they are not.
std::optional<QString> digitsOf(QStringView text, QChar groupMark)
{
    QString digits;
    QChar mark;
    qsizetype group = 0;
    for (const QChar c : text) {
        if (isDigit(c)) {
            digits += c;
            ++group;
            continue;
        }
        if (c != groupMark && !isSpaceMark(c))
            return std::nullopt;
        const bool isWrong = mark.isNull() ? group < 1 || group > 3 : c != mark || group != 3;
        if (isWrong)
            return std::nullopt;
        mark = c;
        group = 0;
    }
    if (!mark.isNull() && group != 3)
        return std::nullopt;
    // 0,234 is no zero thousand.
    if (!mark.isNull() && digits.startsWith(u'0'))
        return std::nullopt;
    return digits;
}

std::optional<QString> decimalWith(QStringView text, DecimalMark mark)
{
    const QChar point = mark == DecimalMark::Point ? u'.' : u',';
    const QChar groupMark = mark == DecimalMark::Point ? u',' : u'.';
    QString sign;
    if (text.startsWith(u'-') || text.startsWith(QChar(0x2212)))
        sign = QStringLiteral("-");
    if (!sign.isEmpty() || text.startsWith(u'+'))
        text = text.sliced(1);
    const qsizetype at = text.indexOf(point);
    const auto units = digitsOf(at < 0 ? text : text.first(at), groupMark);
    if (!units)
        return std::nullopt;
    QString fraction = at < 0 ? QString() : text.sliced(at + 1).toString();
    for (const QChar c : std::as_const(fraction)) {
        if (!isDigit(c))
            return std::nullopt;
    }
    if (units->isEmpty() && fraction.isEmpty())
        return std::nullopt;
    return sign + (units->isEmpty() ? QStringLiteral("0") : *units) +
           (fraction.isEmpty() ? QString() : u'.' + fraction);
}

} // namespace

bool saysUnknown(QStringView cell)
{
    static const WordSet words =
        setOf("|-|–|—|?|n/a|na|#n/a|#nv|null|none|nan|unknown|unbekannt|k. a.|k.a.|keine angabe");
    return words.contains(word(cell));
}

std::optional<QString> plainDecimal(QStringView cell, std::optional<DecimalMark> mark)
{
    const QStringView text = cell.trimmed();
    if (text.size() > 64)
        return std::nullopt;
    if (mark)
        return decimalWith(text, *mark);
    const auto withPoint = decimalWith(text, DecimalMark::Point);
    const auto withComma = decimalWith(text, DecimalMark::Comma);
    if (withPoint && withComma && *withPoint != *withComma)
        return std::nullopt;
    return withPoint ? withPoint : withComma;
}

std::optional<GenerationStatus> csvStatus(QStringView cell)
{
    static const WordSet ok =
        setOf("ok|okay|success|successful|succeeded|succeed|done|complete|completed|"
              "finished|200|erfolg|erfolgreich|fertig|abgeschlossen|generated|generiert");
    static const WordSet error =
        setOf("error|failed|failure|fail|fehler|fehlgeschlagen|crashed|aborted|abgebrochen|"
              "cancelled|canceled");
    static const WordSet timeout = setOf("timeout|timed out|timed_out|time out|zeitüberschreitung");
    static const WordSet filter =
        setOf("content_filter|content filter|filtered|blocked|moderated|nsfw|content policy|content_policy|"
              "safety|policy|gefiltert|blockiert|gesperrt");
    const QString text = word(cell);
    if (ok.contains(text))
        return GenerationStatus::Ok;
    if (error.contains(text))
        return GenerationStatus::Error;
    if (timeout.contains(text))
        return GenerationStatus::Timeout;
    if (filter.contains(text))
        return GenerationStatus::ContentFilter;
    return std::nullopt;
}

std::optional<Disposition> csvDisposition(QStringView cell)
{
    static const WordSet accepted =
        setOf("accepted|accept|approved|approve|approval|ok|okay|yes|y|ja|j|true|wahr|pass|passed|good|keep|"
              "final|shipped|thumbs up|up|👍|✓|✔|✅|angenommen|akzeptiert|freigegeben|freigabe|genehmigt|gut|"
              "abgenommen|passt");
    static const WordSet revised = setOf(
        "revised|revise|revision|rework|needs rework|needs work|needs revision|changes|needs changes|"
        "changes requested|changes_requested|redo|edit|retouch|🔁|überarbeiten|überarbeitet|überarbeitung|"
        "ueberarbeiten|nacharbeit|korrektur|änderung|änderungen|anpassen|nachbessern");
    static const WordSet rejected =
        setOf("rejected|reject|no|n|nein|false|falsch|fail|failed|declined|decline|denied|bad|discard|"
              "discarded|unusable|thumbs down|down|👎|✗|✘|❌|x|abgelehnt|verworfen|ablehnen|nicht freigegeben|"
              "unbrauchbar|schlecht");
    const QString text = word(cell);
    if (accepted.contains(text))
        return Disposition::Accepted;
    if (revised.contains(text))
        return Disposition::Revised;
    if (rejected.contains(text))
        return Disposition::Rejected;
    return std::nullopt;
}

bool saysUndecided(QStringView cell)
{
    static const WordSet words =
        setOf("open|pending|undecided|todo|to do|tbd|in review|waiting|new|not reviewed|"
              "offen|ausstehend|wartet|in prüfung|neu|ungeprüft");
    return saysUnknown(cell) || words.contains(word(cell));
}

} // namespace assay
