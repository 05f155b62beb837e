"""Writes golden.csv: synthetic rows and what scikit-learn's SVR predicts of them.

Made with Python 3.11.7, numpy 2.4.6, scikit-learn 1.9.1 (its bundled libsvm):
    python golden.py > golden.csv
Rows with train = 1 are fitted to; every row is predicted.
"""
import numpy as np
from sklearn.svm import SVR

MACHINES = {
    "linear": dict(kernel="linear", C=0.5, epsilon=0.1),
    "rbf": dict(kernel="rbf", C=4.2, gamma=0.1, epsilon=0.05),
    "poly": dict(kernel="poly", C=0.3, gamma=0.2, coef0=1.0, degree=3, epsilon=0.1),
    "sigmoid": dict(kernel="sigmoid", C=2.0, gamma=0.02, coef0=0.1, epsilon=0.1),
}

random = np.random.default_rng(7)
x = np.round(random.normal(size=(160, 5)), 3)
x[:, 4] = random.random(160) < 0.3
y = np.round(np.sin(2 * x[:, 0]) + x[:, 1] * x[:, 2] / 2 + x[:, 4] + 0.2 * random.normal(size=160), 3)
train = np.arange(160) < 120
predictions = [
    SVR(tol=1e-8, **options).fit(x[train], y[train]).predict(x) for options in MACHINES.values()
]
print(",".join(["train", "a", "b", "c", "d", "e", "y", *MACHINES]))
for i in range(160):
    inputs = [int(train[i]), *map(float, x[i]), float(y[i])]
    print(",".join(map(repr, inputs + [round(float(p[i]), 9) for p in predictions])))
