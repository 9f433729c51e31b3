# Golden values from R: wilcox.test on logs, survfit and survdiff. Run: Rscript with-r.R samples.json > r.json
library(survival)
library(jsonlite)
samples <- fromJSON(commandArgs(trailingOnly = TRUE)[1], simplifyVector = FALSE)
num <- function(list, name) sapply(list, function(one) one[[name]])
two <- lapply(samples$two, function(pair) {
  a <- log(unlist(pair$a)); b <- log(unlist(pair$b))
  exact <- length(a) * length(b) <= 400
  if (!exact) return(NULL)
  test <- wilcox.test(b, a, conf.int = TRUE, exact = TRUE)
  list(name = pair$name, ratio = exp(unname(test$estimate)), low = exp(test$conf.int[1]),
       high = exp(test$conf.int[2]), p = test$p.value)
})
one <- lapply(samples$one, function(sample) {
  fit <- survfit(Surv(num(sample$values, "x"), !num(sample$values, "open")) ~ 1, conf.type = "log-log")
  q <- quantile(fit, probs = 0.5)
  list(name = sample$name, median = unname(q$quantile), low = unname(q$lower), high = unname(q$upper))
})
censored <- lapply(samples$censored, function(pair) {
  x <- c(num(pair$a, "x"), num(pair$b, "x")); open <- c(num(pair$a, "open"), num(pair$b, "open"))
  group <- c(rep(1, length(pair$a)), rep(2, length(pair$b)))
  p <- function(by) {
    stretched <- ifelse(group == 1, x * by, x)
    pchisq(survdiff(Surv(stretched, !open) ~ group)$chisq, 1, lower.tail = FALSE)
  }
  # The factors that the test does not reject, on a fine grid: an interval with no bisection in it.
  grid <- exp(seq(-4, 4, by = 0.002))
  kept <- grid[sapply(grid, p) > 0.05]
  list(name = pair$name, p = p(1), low = min(kept), high = max(kept))
})
cat(toJSON(list(`made with` = paste(R.version.string, "survival", packageVersion("survival")),
  two = Filter(Negate(is.null), two), one = one, censored = censored), auto_unbox = TRUE, digits = 12, na = "null", pretty = TRUE))
