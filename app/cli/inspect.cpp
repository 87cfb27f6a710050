// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inspect.h"

#include "app/cli/command.h"
#include "app/metadata/metadatareader.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject toJson(const QString& path, const FileMetadata& metadata)
{
    const bool hasSize = metadata.size.has_value();
    return {
        {u"path"_s, path},
        {u"format"_s, formatName(metadata.format)},
        {u"width"_s, hasSize ? QJsonValue(metadata.size->width()) : QJsonValue()},
        {u"height"_s, hasSize ? QJsonValue(metadata.size->height()) : QJsonValue()},
        {u"generator"_s, orNull(metadata.generator)},
        {u"prompt"_s, orNull(metadata.prompt)},
        {u"negative"_s, orNull(metadata.negative)},
        {u"model"_s, orNull(metadata.model)},
        {u"settings"_s, metadata.settings},
        {u"created_at"_s, metadata.createdAt ? QJsonValue(toRfc3339(*metadata.createdAt)) : QJsonValue()},
        {u"provenance"_s, QJsonArray::fromStringList(metadata.provenance)},
        {u"problems"_s, QJsonArray::fromStringList(metadata.problems)},
    };
}

/// Keys in the order people look for them; QJsonObject would sort them.
QByteArray jsonLine(const QJsonObject& object)
{
    static const QStringList order{u"path"_s,      u"format"_s,     u"width"_s,      u"height"_s,
                                   u"generator"_s, u"prompt"_s,     u"negative"_s,   u"model"_s,
                                   u"settings"_s,  u"created_at"_s, u"provenance"_s, u"problems"_s};
    QByteArray line = "{";
    for (const QString& key : order) {
        const QByteArray member =
            QJsonDocument(QJsonObject{{key, object.value(key)}}).toJson(QJsonDocument::Compact);
        line += (line.size() > 1 ? "," : "") + member.sliced(1).chopped(1);
    }
    return line + "}\n";
}

QString shown(const std::optional<QString>& text)
{
    if (!text)
        return Cli::tr("unknown");
    return text->isEmpty() ? Cli::tr("empty") : *text;
}

/// Later lines of a text stand under its first.
QString row(const QString& label, QString text)
{
    text.replace(u'\n', u"\n              "_s);
    return u"  %1  %2\n"_s.arg(label, -10).arg(text);
}

QString settingText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 10);
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString forPeople(const QString& path, const FileMetadata& metadata)
{
    QString text = path + u'\n';
    const QString size =
        metadata.size ? u", %1 × %2"_s.arg(metadata.size->width()).arg(metadata.size->height()) : QString();
    text += row(Cli::tr("format"), formatName(metadata.format) + size);
    text += row(Cli::tr("generator"), shown(metadata.generator));
    text += row(Cli::tr("prompt"), shown(metadata.prompt));
    text += row(Cli::tr("negative"), shown(metadata.negative));
    text += row(Cli::tr("model"), shown(metadata.model));
    for (auto it = metadata.settings.constBegin(); it != metadata.settings.constEnd(); ++it)
        text += row(it.key(), settingText(it.value()));
    if (metadata.createdAt)
        text += row(Cli::tr("created"), toRfc3339(*metadata.createdAt));
    for (const QString& statement : metadata.provenance)
        text += row(Cli::tr("origin"), statement);
    for (const QString& problem : metadata.problems)
        text += row(Cli::tr("problem"), problem);
    return text;
}

bool looksLikeImage(const QString& path)
{
    static const QStringList suffixes{u"png"_s,  u"jpg"_s, u"jpeg"_s, u"webp"_s, u"avif"_s, u"heic"_s,
                                      u"heif"_s, u"jxl"_s, u"gif"_s,  u"tif"_s,  u"tiff"_s, u"bmp"_s};
    if (suffixes.contains(QFileInfo(path).suffix().toLower()))
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && sniffFormat(file.read(32)) != ContainerFormat::Unknown;
}

/// A folder's images at every depth, sorted; sidecars and other files between them are passed over.
QStringList imagesBelow(const QString& folder)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    paths.removeIf([](const QString& path) { return !looksLikeImage(path); });
    return paths;
}

enum class OutputForm { People, Json };

/// Whether the file could be read.
bool inspectFile(const QString& path, OutputForm form)
{
    const Result<FileMetadata> metadata = readMetadata(path);
    if (!metadata) {
        printProblem(metadata.error());
        return false;
    }
    if (form == OutputForm::Json)
        printResult(jsonLine(toJson(path, *metadata)));
    else
        printResult(forPeople(path, *metadata));
    return true;
}

} // namespace

int runInspect(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Tells what image files say about themselves: format, size, generator, prompt, model, settings,\n"
        "origin. A value that is not there is null (unknown); one that is there and empty is \"\"."));
    const QCommandLineOption json(u"json"_s, Cli::tr("One JSON object per file and line."));
    parser.addOption(json);
    parser.addPositionalArgument(
        u"PATH"_s, Cli::tr("Image files, or folders, which are searched at every depth."), u"PATH..."_s);
    if (const std::optional<int> code = parseArguments(parser, u"inspect"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty())
        return wrongUse(u"inspect"_s, Cli::tr("a path is missing"));
    bool isAllRead = true;
    for (const QString& path : given) {
        const QStringList files = QFileInfo(path).isDir() ? imagesBelow(path) : QStringList(path);
        for (const QString& file : files)
            isAllRead =
                inspectFile(file, parser.isSet(json) ? OutputForm::Json : OutputForm::People) && isAllRead;
    }
    return isAllRead ? exitcode::kDone : exitcode::kRefused;
}

} // namespace assay
