// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/suggest.h"

#include "app/checklist/draft.h"
#include "app/cli/command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>
#include <string>

namespace assay {

namespace {

/// A line is a JSON string or plain text.
QString promptOf(const QByteArray& line)
{
    if (line.startsWith('"')) {
        const QJsonDocument document = QJsonDocument::fromJson('[' + line + ']');
        if (document.isArray() && document.array().size() == 1 && document.array().at(0).isString())
            return document.array().at(0).toString();
    }
    return QString::fromUtf8(line);
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QByteArray jsonLine(const QString& prompt)
{
    const QList<DraftConstraint> drafts = draftConstraints(prompt);
    QJsonArray constraints;
    for (const DraftConstraint& draft : drafts) {
        constraints.append(
            QJsonObject{{QStringLiteral("kind"), toText(draft.kind)},
                        {QStringLiteral("text"), draft.statement},
                        {QStringLiteral("object"), orNull(draft.object)},
                        {QStringLiteral("value"), orNull(draft.value)},
                        {QStringLiteral("relation"), orNull(draft.relation)},
                        {QStringLiteral("target"), orNull(draft.target)},
                        {QStringLiteral("parent"),
                         draft.parent < 0 ? QJsonValue() : QJsonValue(drafts.at(draft.parent).statement)},
                        {QStringLiteral("span"), QJsonArray{draft.span.start, draft.span.length}}});
    }
    const QJsonObject line{{QStringLiteral("prompt"), prompt}, {QStringLiteral("constraints"), constraints}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

int runSuggest(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Reads prompts from standard input, one on each line (a JSON string or plain text), and writes the\n"
        "checklist each implies as one JSON object on one line."));
    const QCommandLineOption json(QStringLiteral("json"), Cli::tr("One JSON object per prompt and line."));
    parser.addOption(json);
    if (const std::optional<int> code = parseArguments(parser, QStringLiteral("suggest"), arguments))
        return *code;
    if (!parser.isSet(json))
        return wrongUse(QStringLiteral("suggest"),
                        Cli::tr("--json is missing: it is the only form of output"));
    if (!parser.positionalArguments().isEmpty())
        return wrongUse(QStringLiteral("suggest"),
                        Cli::tr("it takes no arguments; prompts are read from standard input"));
    std::string line;
    while (std::getline(std::cin, line))
        printResult(jsonLine(promptOf(QByteArray::fromStdString(line))));
    return exitcode::kDone;
}

} // namespace assay
