// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvtable.h"

#include "app/intake/csvmapping.h"

#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace assay {

namespace {

constexpr qint64 kHead = 64 * 1024;
constexpr qint64 kChunk = 256 * 1024;
constexpr qint64 kStart = 8 * 1024 * 1024;

/// What looks like UTF-8 at its start is looked at further: a table with few accents has its first one far
/// behind. Where the first one is no UTF-8, none is.
CsvEncoding encodingOf(QFile& file, const QByteArray& head, CsvScan scan)
{
    const CsvEncoding fromHead = detectCsvEncoding(head);
    if (fromHead != CsvEncoding::Utf8)
        return fromHead;
    file.seek(0);
    for (QByteArray bytes = file.read(kChunk); !bytes.isEmpty(); bytes = file.read(kChunk)) {
        if (scan == CsvScan::Start && file.pos() > kStart)
            break;
        const auto accent =
            std::ranges::find_if(bytes, [](char c) { return static_cast<quint8>(c) >= 0x80; });
        if (accent == bytes.cend())
            continue;
        QByteArray character = bytes.mid(accent - bytes.cbegin(), 4);
        if (character.size() < 4)
            character += file.read(4 - character.size());
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString first = decoder.decode(character);
        const bool isValid = !first.isEmpty() && first.front() != QChar(QChar::ReplacementCharacter);
        return isValid ? CsvEncoding::Utf8 : CsvEncoding::Windows1252;
    }
    return CsvEncoding::Utf8;
}

/// Excel's first line that tells the separator: "sep=;".
std::optional<char> statedSeparator(const QByteArray& head, CsvEncoding encoding)
{
    QByteArray start = head.left(32);
    if (encoding == CsvEncoding::Utf16Le || encoding == CsvEncoding::Utf16Be)
        start.replace('\0', QByteArray());
    const qsizetype at = start.toLower().indexOf("sep=");
    if (at < 0 || at > 3 || start.size() < at + 6 || (start[at + 5] != '\r' && start[at + 5] != '\n'))
        return std::nullopt;
    const char separator = start[at + 4];
    return separator == '"' ? std::nullopt : std::optional(separator);
}

/// Two columns with the same words over them are two columns: the later one gets a number. One without words
/// is called by its place.
QStringList distinctHeaders(const QStringList& cells)
{
    QStringList headers;
    QSet<QString> taken;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString words = cells[i].simplified();
        const QString name = words.isEmpty() ? QStringLiteral("column %1").arg(i + 1) : words;
        QString header = name;
        for (int times = 2; taken.contains(comparableHeader(header)); ++times)
            header = name + QStringLiteral(" (%1)").arg(times);
        taken.insert(comparableHeader(header));
        headers.append(header);
    }
    return headers;
}

ErrorKind kindOf(const QString& path)
{
    return QFileInfo::exists(path) ? ErrorKind::NoPermission : ErrorKind::NotFound;
}

} // namespace

CsvTable::CsvTable(const QString& path)
    : m_file(path)
{
}

Result<std::unique_ptr<CsvTable>> CsvTable::open(const QString& path, const Format& format)
{
    std::unique_ptr<CsvTable> table(new CsvTable(path));
    if (const auto begun = table->begin(format); !begun)
        return begun.error();
    return table;
}

Result<void> CsvTable::begin(const Format& format)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{kindOf(m_file.fileName()), {}, m_file.errorString()};
    const QByteArray head = m_file.read(kHead);
    m_encoding = format.encoding ? *format.encoding : encodingOf(m_file, head, format.scan);
    const auto stated = statedSeparator(head, m_encoding);
    m_separator = stated             ? *stated
                  : format.separator ? *format.separator
                                     : detectCsvSeparator(head, m_encoding);
    m_file.seek(0);
    m_reader = std::make_unique<CsvReader>(m_file, m_encoding, m_separator);
    auto row = m_reader->next();
    if (row && stated)
        row = m_reader->next();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::Invalid, {}, QStringLiteral("the table has no row of headers")};
    m_headers = distinctHeaders((*row)->cells);
    return {};
}

bool isNamedLikeTable(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("csv") || ending == QLatin1String("tsv") || ending == QLatin1String("tab");
}

} // namespace assay
