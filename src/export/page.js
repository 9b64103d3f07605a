(function () {
  'use strict';
  var form = document.getElementById('filter');
  var rows = [].slice.call(document.querySelectorAll('tr.pos'));
  var tables = [].slice.call(document.querySelectorAll('table[data-file]'));
  var boxes = [].slice.call(form.querySelectorAll('input'));
  var select = form.querySelector('select');
  var shown = form.querySelector('output b');
  function apply() {
    var on = {}, n = 0;
    boxes.forEach(function (b) { on[b.value] = b.checked; });
    tables.forEach(function (t) {
      var file = !select.value || t.getAttribute('data-file') === select.value, any = false;
      [].forEach.call(t.querySelectorAll('tr.pos'), function (r) {
        r.hidden = !(file && on[r.getAttribute('data-status')]);
        if (!r.hidden) { any = true; n++; }
      });
      t.hidden = !any;
    });
    shown.textContent = n + ' / ' + rows.length;
  }
  form.hidden = false;
  form.addEventListener('change', apply);
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  [].forEach.call(document.querySelectorAll('a.chip'), function (a) {
    a.addEventListener('click', function () {
      boxes.forEach(function (b) { b.checked = true; });
      select.value = '';
      apply();
    });
  });
  apply();
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = [].slice.call(document.querySelectorAll('details:not([open])'));
    opened.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });
})();
