// SPDX-License-Identifier: GPL-3.0-or-later
// FoldButton: words and a chevron that opens or closes what belongs to it. GUI thread. It only says that it
// was clicked; its owner folds.
#pragma once

#include <QAbstractButton>

namespace assay {

class FoldButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldButton(const QString& text, QWidget* parent = nullptr);

    void setUnfolded(bool isUnfolded);
    void setWordsShown(bool areShown);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isUnfolded = false;
    bool m_areWordsShown = true;
};

} // namespace assay
