// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/aboutdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Assay"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(
        new TextLabel(tr("Assay %1").arg(QLatin1String(ASSAY_VERSION)), TextStyle::Title, Token::Text, this));
    const QString paragraphs[] = {
        tr("Judges AI images by what the prompt asked for. Everything stays on this computer."),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any "
           "warranty."),
        tr("Built with Qt %1. The typeface is Inter, under the SIL Open Font License.")
            .arg(QLatin1String(qVersion()))};
    for (const QString& paragraph : paragraphs) {
        auto* label = new TextLabel(paragraph, TextStyle::Body, Token::Text2, this);
        label->setWordWrap(true);
        label->setMinimumWidth(380);
        column->addWidget(label);
    }
    column->addSpacing(8);
    QPushButton* close = makeButton(tr("Close"), ButtonKind::Secondary, QString(), this);
    close->setObjectName(QStringLiteral("aboutClose"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace assay
